# Slots of a list subclass are found; methods of List work on it.
Stack := List clone do(
    top := method(last)
    both := method(map(x, x * 2))
)
s := Stack clone
s push(1) push(5)
writeln(s top, s both, s both type, s type, s size, s reverse type)
