# The type of an object is that of the nearest capitalised name.
Dog := Object clone
dog := Dog clone
Puppy := Dog clone
puppy := Puppy clone
list(Dog type, dog type, Puppy type, puppy type) println
list(5 type, "a" type, nil type, true type, list() type, Map clone type) println
list(method(1) type, block(1) type, message(a) type, Lobby type) println
Number getSlot("+") type println
Same := Dog
Same type println
dog type := "Cat"
dog type println
dog clone type println
Object clone type println
lower := Object clone
lower type println
