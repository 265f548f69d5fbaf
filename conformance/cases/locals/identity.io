# thisContext, thisLocalContext, isIdenticalTo, == and compare in a method are about the locals.
m := method(list(thisContext isIdenticalTo(thisLocalContext), isIdenticalTo(thisLocalContext), isIdenticalTo(self), ==(thisLocalContext), !=(self)))
writeln(m)
m := method(list(compare(thisLocalContext), <(thisLocalContext), <=(thisLocalContext), >(thisLocalContext), >=(thisLocalContext)))
writeln(m)
