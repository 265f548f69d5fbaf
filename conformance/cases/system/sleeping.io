# sleep answers after its time.
System sleep(0.001)
writeln("woke")
writeln(try(System sleep("a")) error)
