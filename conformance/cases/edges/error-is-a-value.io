# Error has no raise.
writeln(try(Error raise) error)
