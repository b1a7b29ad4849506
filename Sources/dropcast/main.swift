import Glibc
import Terminal

Interrupts.prepareProcess()
exit(Launch.run(Array(CommandLine.arguments.dropFirst())))
