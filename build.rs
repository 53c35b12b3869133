//! What the linker has to do for the page's modules.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Splitting goes by which function points where, which a linker throws away unless told.
    if std::env::var_os("CARGO_FEATURE_MODULES").is_some() {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
