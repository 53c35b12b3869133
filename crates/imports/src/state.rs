//! What the words of lists mean for the state of a reservation, in the languages that the portal speaks.

use calculator::ProvisioningState;

use crate::column::folded;
use crate::fact::Succession;

/// Folded words beside those of the API, in English, German, Swedish, Dutch, French, Spanish, Italian, Portuguese,
/// Chinese and Japanese: of what runs, among them `Expiring`, which lists keep for a year after the end.
const RUNNING: &str = "active expiring expiringsoon warning nobenefit confirmed running erfolgreich aktiv läuftab \
    läuftbaldab läuftinkürzeab warnung keinvorteil lyckades lyckad löperut löpersnartut \
    upphörsnart varning ingenförmån geslaagd actief verloopt verlooptbinnenkort waarschuwing \
    geenvoordeel réussi réussie actif expirebientôt expirationimminente avertissement correcto \
    correcta activo activa porexpirar apuntodeexpirar advertencia riuscito riuscita attivo \
    attiva inscadenza avviso êxito comêxito bemsucedido bemsucedida ativo ativa expirandoembreve \
    aviso 成功 已成功 活动 有效 正常 即将到期 即将过期 即將到期 警告 无权益 アクティブ 期限間近";
const PENDING: &str = "processing inprogress ausstehend wirdverarbeitet väntar väntande bearbetas inbehandeling \
    wordtverwerkt enattente pendiente inattesa insospeso pendente 待处理 正在处理 挂起 處理中 保留中 処理中";
const CANCELLED: &str = "canceled refunded returned storniert abgebrochen gekündigt zurückgegeben annullerad \
    annullerat avbruten återlämnad geannuleerd geretourneerd annulé annulée cancelado cancelada \
    anulado anulada annullato annullata 已取消 取消 已退回 キャンセル済み 取り消し済み";
const EXPIRED: &str = "abgelaufen harlöptut utgången utgånget förfallen verlopen expiré expirée expirado expirada \
    caducado caducada scaduto scaduta 已到期 已过期 已過期 期限切れ";
const FAILED: &str = "purchaseerror paymentinstrumenterror capacityerror capacityrestricted fehlgeschlagen fehler \
    misslyckades misslyckad mislukt échec échoué conerrores erróneo nonriuscito nonriuscita \
    falha comfalha 失败 失敗";
const SPLIT: &str = "geteilt aufgeteilt delad uppdelad gesplitst fractionné fractionnée divisé divisée dividido \
    dividida diviso divisa 已拆分 拆分 分割済み";
const MERGED: &str = "zusammengeführt sammanslagen sammanfogad samengevoegd fusionné fusionnée combinado combinada \
    fusionado fusionada unito unita mesclado mesclada 已合并 合并 已合併 結合済み";
const EXCHANGED: &str = "exchanged umgetauscht ausgetauscht bytt utbytt omgeruild geruild échangé échangée \
    intercambiado intercambiada scambiato scambiata trocado trocada 已兑换 已交换 交換済み";

/// Whether a folded word is one of those that blanks separate here.
pub(crate) fn is_one_of(word: &str, words: &str) -> bool {
    !word.is_empty() && words.split(' ').any(|known| known == word)
}

/// What the word of a list means. Dates tell what has expired.
pub(crate) fn state_of(text: &str) -> ProvisioningState {
    let other = match ProvisioningState::parse(text) {
        ProvisioningState::Other(other) => other,
        known => return known,
    };
    // As in `Cancelled (refunded)` and `Storniert (Cancelled)`.
    let in_two = || {
        let (before, within) = other.split_once('(')?;
        let is_both = !folded(before).is_empty();
        is_both.then(|| known(before).or_else(|| known(within))).flatten()
    };
    known(&other).or_else(in_two).unwrap_or_else(|| ProvisioningState::Other(other.clone()))
}

fn known(text: &str) -> Option<ProvisioningState> {
    let word = folded(text);
    let lists = [
        (RUNNING, ProvisioningState::Succeeded),
        (PENDING, ProvisioningState::Pending),
        (CANCELLED, ProvisioningState::Cancelled),
        (EXCHANGED, ProvisioningState::Cancelled),
        (EXPIRED, ProvisioningState::Expired),
        (FAILED, ProvisioningState::Failed),
        (SPLIT, ProvisioningState::Split),
        (MERGED, ProvisioningState::Merged),
    ];
    let listed = lists.into_iter().find(|(words, _)| is_one_of(&word, words));
    // With blanks a word of the API is one all the same: `Confirmed billing`.
    let by_api = || match ProvisioningState::parse(&word) {
        ProvisioningState::Other(_) => None,
        known => Some(known),
    };
    listed.map(|(_, state)| state).or_else(by_api)
}

/// The succession that the word of a list tells.
pub(crate) fn succession_of(text: &str) -> Option<Succession> {
    match state_of(text) {
        ProvisioningState::Split => Some(Succession::Split),
        ProvisioningState::Merged => Some(Succession::Merged),
        ProvisioningState::Cancelled if is_one_of(&folded(text), EXCHANGED) => {
            Some(Succession::Exchanged)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_languages_mean_one_state() {
        use ProvisioningState as S;
        for (text, expect) in [
            ("Succeeded", S::Succeeded),
            ("No Benefit", S::Succeeded),
            ("Erfolgreich", S::Succeeded),
            ("Löper snart ut", S::Succeeded),
            ("Confirmed billing", S::ConfirmedBilling),
            ("Processing", S::Pending),
            ("Storniert", S::Cancelled),
            ("Storniert (Cancelled)", S::Cancelled),
            ("Cancelled (by the customer)", S::Cancelled),
            ("Ukończono (Succeeded)", S::Succeeded),
            ("(Succeeded)", S::Succeeded),
            ("Geannuleerd", S::Cancelled),
            ("已取消", S::Cancelled),
            ("Exchanged", S::Cancelled),
            ("Har löpt ut", S::Expired),
            ("Échec", S::Failed),
            ("Hibernating", S::Other("Hibernating".into())),
        ] {
            assert_eq!(state_of(text), expect, "{text}");
        }
        assert_eq!(succession_of("Umgetauscht"), Some(Succession::Exchanged));
        assert_eq!(succession_of("Sammanslagen"), Some(Succession::Merged));
        assert_eq!(succession_of("Storniert"), None);
    }

    /// A word in two lists would mean whichever is looked at first.
    #[test]
    fn no_word_means_two_states() {
        let lists = [RUNNING, PENDING, CANCELLED, EXPIRED, FAILED, SPLIT, MERGED, EXCHANGED];
        let mut words: Vec<&str> = lists.iter().flat_map(|words| words.split(' ')).collect();
        assert!(words.iter().all(|word| folded(word) == *word));
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count);
    }
}
