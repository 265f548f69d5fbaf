# Control structures made of messages.
until := method(body := call argAt(1); cond := call argAt(0); while(cond doInContext(call sender) not, body doInContext(call sender)))
i := 0
until(i == 3, write(i); i = i + 1)
writeln
swap := method(call argAt(1) doInContext(call sender) .. call argAt(0) doInContext(call sender))
writeln(swap("a", "b"), message(1 + 2) next argAt(0), message(x y) last name)
