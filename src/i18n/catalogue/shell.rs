//! Texts.

use crate::catalogue;

catalogue! {}
