# returnIfNonNil returns its receiver from the enclosing method unless it is nil.
m := method(x, x returnIfNonNil; "went on")
writeln(m(5), " ", m(nil), " ", m(false))
