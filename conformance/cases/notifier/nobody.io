# Without listeners nothing happens.
n := Notifier clone
writeln(n notifyListeners(changed), " ", n removeListener(5))
