// What comes back for every reservation, as somebody would write it in JavaScript with decimal.js: the yardstick
// of the calculator's speed, and one more check of its cents. The policy is partner-center-2020-08; the rules are
// those of the calculator, which says where they come from.
import Decimal from "./decimal.js";

// Enough digits that a tie is seen as one.
Decimal.set({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN });

const DAY = 86_400_000;
const LIMIT = new Decimal(50_000);
const FEE = new Decimal("0.12");
const DIGITS = { JPY: 0 };

/// The facts with numbers and days instead of texts, so that reading them is not measured.
export function parse({ on, rates, customers }) {
  return {
    on: Date.parse(on),
    rates: new Map(Object.entries(rates).map(([code, rate]) => [code, new Decimal(rate)])),
    customers: customers.map(({ ledger, rows }) => ({
      ledger: ledger.map(([day, usd]) => ({ day: Date.parse(day), usd: new Decimal(usd) })),
      rows: rows.map((row) => ({
        ...row,
        unitPrice: row.unitPrice === null ? null : new Decimal(row.unitPrice),
        purchase: Date.parse(row.purchase),
      })),
    })),
  };
}

/// For each row what is paid out, and what is left of its commitment; `null` where there is no amount.
export function quoteAll({ on, rates, customers }) {
  return customers.flatMap(({ ledger, rows }) => {
    const counting = ledger.filter(({ day }) => on < day + 365 * DAY);
    const used = counting.reduce((sum, { usd }) => sum.plus(usd), new Decimal(0));
    const left = Decimal.max(LIMIT.minus(used), 0);
    return rows.map((row) => quote(row, on, rates.get(row.currency), left));
  });
}

function quote(row, on, rate, left) {
  if (row.unitPrice === null) {
    return { payable: null, commitment: null };
  }
  const expiry = addMonths(row.purchase, row.months);
  if (on < row.purchase || on >= expiry) {
    return { payable: new Decimal(0), commitment: null };
  }
  const digits = DIGITS[row.currency] ?? 2;
  const elapsed = (on - row.purchase) / DAY;
  let { paid, consumed, cancelled } =
    row.plan === "Monthly" ? monthly(row, on, expiry, digits) : upfront(row, elapsed, expiry, digits);
  const isWithinFirstDays = elapsed <= 5;
  if (isWithinFirstDays && !row.used) {
    consumed = new Decimal(0);
  }
  const credit = paid.minus(consumed);
  const fee = isWithinFirstDays ? new Decimal(0) : credit.times(FEE).toDecimalPlaces(digits);
  const refund = credit.minus(fee);
  const commitment = credit.plus(cancelled);
  if (row.state !== "Succeeded") {
    return { payable: new Decimal(0), commitment };
  }
  const usd = refund.times(rate).toDecimalPlaces(2);
  if (usd.lte(left)) {
    return { payable: refund, commitment };
  }
  const fits = left.div(rate).toDecimalPlaces(digits, Decimal.ROUND_DOWN);
  return { payable: Decimal.min(fits, refund), commitment };
}

function upfront({ unitPrice, quantity, purchase }, elapsed, expiry, digits) {
  const price = unitPrice.times(quantity);
  const days = (expiry - purchase) / DAY;
  return {
    paid: price.toDecimalPlaces(digits),
    consumed: price.times(elapsed).div(days).toDecimalPlaces(digits),
    cancelled: new Decimal(0),
  };
}

function monthly({ unitPrice, quantity, purchase, months }, on, expiry, digits) {
  const instalment = unitPrice.div(months).toDecimalPlaces(digits, Decimal.ROUND_DOWN).times(quantity);
  let index = 0;
  let start = purchase;
  let end = addMonths(start, 1);
  while (index + 1 < months && end <= on) {
    index += 1;
    start = end;
    end = addMonths(start, 1);
  }
  if (index + 1 === months || end > expiry) {
    end = expiry;
  }
  const days = (end - start) / DAY;
  const elapsed = index * days + (on - start) / DAY;
  return {
    paid: instalment.times(index + 1),
    // Divided last, so that a tie stays one.
    consumed: instalment.times(elapsed).div(days).toDecimalPlaces(digits),
    cancelled: instalment.times(months - index - 1),
  };
}

/// The same day of a later month, or its last one. Cycle after cycle a day that was clamped stays clamped.
function addMonths(time, months) {
  const date = new Date(time);
  const day = date.getUTCDate();
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first + (Math.min(day, days) - 1) * DAY;
}
