import Scenarios

/// A liability insurance, ready to run.
struct InsuranceProgram {
  let cover: Parameter
  let deductible: Parameter

  init(_ insurance: Insurance, _ compiler: inout Compiler) {
    cover = compiler.parameter("insurance.cover", insurance.cover)
    deductible = compiler.parameter("insurance.deductible", insurance.deductible)
  }
}
