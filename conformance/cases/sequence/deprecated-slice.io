# slice works as exSlice and writes a warning to standard output.
"abc" slice(1) println
"abc" slice(0, -1) println
writeln(try("abc" slice) error)
