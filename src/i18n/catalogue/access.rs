//! Who may do what: in the application by the partner's role, and on an order by role assignments.

use crate::catalogue;

catalogue! {
    /// Why a control is not available: the role; `{roles}` may.
    NEEDS_ROLE {
        en: "Your role may read, but not do this. These roles may: {roles}.",
        de: "Ihre Rolle darf lesen, dies aber nicht tun. Diese Rollen dürfen es: {roles}.",
        sv: "Din roll får läsa men inte göra detta. Dessa roller får: {roles}.",
        nl: "Uw rol mag lezen, maar dit niet doen. Deze rollen mogen het: {roles}.",
        zh: "您的角色可以查看，但不能执行此操作。以下角色可以：{roles}。"
    }
    /// Two members of a list.
    LISTED { en: "{first}, {second}", de: "{first}, {second}", sv: "{first}, {second}", nl: "{first}, {second}", zh: "{first}、{second}" }
}
