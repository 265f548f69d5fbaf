# After removeAllProtos a method's locals know only what they own.
# divergence: everything is nil afterwards
m := method(x := 1; removeAllProtos; x)
writeln(m)
