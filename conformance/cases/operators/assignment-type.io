# := with a capitalised name sets the value's type, unless it has its own.
Foo := Object clone
foo := Object clone
Bar := Foo
Baz ::= Object clone
Sub := Foo clone
sub := Foo clone
list(Foo type, foo type, Bar type, Baz type, Sub type, sub type) println
Foo clone type println
Lst := list(1)
Lst type println
Fn := method(1)
getSlot("Fn") type println
holder := Object clone
holder Inner := Object clone
holder Inner type println
holder Inner clone type println
Foo getLocalSlot("type") println
foo getLocalSlot("type") println
