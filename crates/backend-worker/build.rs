//! What the linker has to do for the parts of the backend.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Splitting goes by which function points where, which a linker throws away unless told.
    if std::env::var_os("CARGO_FEATURE_PARTS").is_some() {
        println!("cargo::rustc-link-arg-cdylib=--emit-relocs");
    }
}
