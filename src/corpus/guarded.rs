//! The box around every classified value.
//!
//! In: a value and its class. Out: the value, to the gate, when its clearance reaches; or to the
//! checks, whose results can only become diagnostics. May not be printed, compared, copied or
//! serialised: none of those traits is implemented, on purpose.

use super::clear::Clearance;
use crate::class::Class;

/// A value that not every reader may see.
pub(crate) struct Guarded<T> {
    class: Class,
    value: T,
}

impl<T> Guarded<T> {
    /// Puts a value into its box.
    pub(crate) fn new(class: Class, value: T) -> Guarded<T> {
        Guarded { class, value }
    }

    /// The value, if the clearance reaches its class.
    pub(crate) fn cleared(&self, clearance: &Clearance<'_>) -> Option<&T> {
        (self.class <= clearance.ceiling()).then_some(&self.value)
    }

    /// The value, for checks made for the author. What comes of it may only be a diagnostic.
    pub(crate) fn for_author(&self) -> &T {
        &self.value
    }

    /// The value, for the linker to put references and numbers into. Not for reading out.
    pub(crate) fn for_linker(&mut self) -> &mut T {
        &mut self.value
    }

    /// How far the value may travel.
    pub(crate) fn class(&self) -> Class {
        self.class
    }
}
