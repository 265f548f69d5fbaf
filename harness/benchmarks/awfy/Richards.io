# Simulates the kernel of an operating system: six tasks, packets between them, a scheduler. The result is how many packets were queued and how often a task was held.
# unit: ns
# default: no
# include: som/Benchmark.io som/Array.io richards/Tasks.io richards/TaskScheduler.io
# expect: 23246 9297

benchmark := SomBenchmark clone do(
    turn := method(
        scheduler := TaskScheduler clone
        scheduler start
        scheduler queueCount .. " " .. scheduler holdCount
    )
)
