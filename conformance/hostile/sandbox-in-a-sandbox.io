# Worlds in worlds.
# limits: time 2s, memory 50M
# ends: normal, exception, memory, time

try(Sandbox clone doSandboxString("Sandbox clone doSandboxString(\"loop(nil)\")"))
worlds := list()
loop(worlds append(Sandbox clone); worlds last doSandboxString("1"))
