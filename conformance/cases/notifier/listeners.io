# Listeners that have a slot of the message's name get it.
n := Notifier clone
a := Object clone do(changed := method(x, writeln("a ", x)))
b := Object clone do(changed := method(x, writeln("b ", x)))
c := Object clone
n addListener(a) addListener(b) addListener(c)
n notifyListeners(changed(1 + 1))
n removeListener(a)
n notifyListeners(changed("again"))
writeln(Notifier type, " ", n addListener(a) == n)
