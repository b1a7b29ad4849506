/// One deliberate mistake in the reference's rules and events; the comparison must notice each.
enum RuleFault: CaseIterable {
  case figuresOneDayLate, windowOneDayLonger, everyIgnored, forOneDayShort, boundsIgnored
  case chanceQuarterMore, lastsOneDayLonger, drawnWhileItLasts, undoForgotten, onceDrawnDaily
  case decisionsOpenWhatTheWorldShut, resumeWithoutLearning, closureUnnoticed, quitKeepsCosts
  case channelsGetAllOrders, cancelledNotRefunds
  case holdForgetsLasts
  case amountNeverDrawn, deductibleIgnored, allIsInsured
}
