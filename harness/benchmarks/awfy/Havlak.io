# Finds the loops of a control flow graph with Havlak's algorithm. The result is the number of loops and of basic blocks.
# unit: ns
# default: no
# include: som/Benchmark.io som/Array.io som/Vector.io som/Set.io som/Dictionary.io havlak/ControlFlowGraph.io havlak/LoopStructureGraph.io havlak/LoopFinder.io havlak/LoopTester.io
# expect: 165 524

benchmark := SomBenchmark clone do(
    dummyLoops := 1
    findLoopIterations := 0
    trees := 1

    turn := method(
        tester := LoopTester clone
        tester findLoopsIn(dummyLoops, findLoopIterations, trees, 10, 5)
        tester loopCount .. " " .. tester blockCount
    )
)
