# The Exception proto's own slots are nil; a clone finds them there.
e := Exception clone
writeln(e error, e nestedException, e caughtMessage, e originalCall, e coroutine, " ", e type)
