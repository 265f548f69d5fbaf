# The proto's own fields are what clones begin with.
c := Coroutine clone
writeln(c result, c exception, c runTarget, c runLocals, c runMessage, c recentInChain, " ", c isFinished, c isYielding)
writeln(Coroutine parentCoroutine, Coroutine debugWriteln, Coroutine type, " ", Coroutine stackSize type)
