# init runs for a clone of a clone, with the clone as self.
n := 0
Counted := Object clone do(
    init := method(Lobby n = n + 1; self number := n)
)
a := Counted clone
b := Counted clone
c := a clone
list(a number, b number, c number) println
Counted hasLocalSlot("number") println
Sub := Counted clone
n println
Sub clone number println
Shared := Object clone do(items := list())
Shared clone items append("seen by all")
Shared clone items println
Own := Object clone do(init := method(self items := list()))
Own clone items append("own")
Own clone items size println
