# A capitalised name marks the number itself.
# divergence: the reference marks every equal number in the program
Foo := 5
Foo println
5 type println
(2 + 3) type println
Foo clone println
