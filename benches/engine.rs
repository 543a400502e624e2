//! Benchmarks of the engine; filled with the engine.

fn main() {}
