# indexOf without an argument raises.
try(list(1) indexOf) error println
list(1, nil) indexOf(nil) println
