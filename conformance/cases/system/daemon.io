# divergence: daemon is not supported anywhere, and says so without naming a platform.
writeln(try(System daemon) error)
