# Every object that keeps its protos sees the slots of the Lobby.
shared := 1
Object clone shared println
5 shared println
"text" shared println
list() shared println
o := Object clone do(shared := 2)
o shared println
o clone shared println
o removeSlot("shared") shared println
Lobby shared println
(Object protos first == Lobby) println
(Lobby protos first == Protos) println
m := method(shared = 10)
Object clone do(m)
shared println
