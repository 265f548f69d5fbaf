# The error may be any object or missing.
writeln(try(Exception raise) error, try(Exception raise(5)) error, try(Exception raise(list(1))) error)
e := try(Exception raise("outer", try(Exception raise("inner"))))
writeln(e error, " ", e nestedException error)
