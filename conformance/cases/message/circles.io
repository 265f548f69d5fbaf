# A message cannot become a part of itself, as what follows it or as an argument.
# divergence: the reference lets it, and then loops or crashes when the message is printed, copied or compiled

m := message(a b(c))
writeln(try(m setNext(m)) error)
writeln(try(m next setNext(m)) error)
writeln(try(m setArguments(list(message(x), m))) error)
writeln(try(m next argAt(0) appendArg(m)) error)
writeln(m code)

# Parts may be shared.
n := message(n)
n setArguments(list(message(x), message(x)))
n appendArg(n argAt(0))
n setNext(n argAt(1))
writeln(n code)
