package dev.clientele.b2c.scoring.fit;

/** A reason for which a model could not be fitted. */
public enum FitProblem {
    /** No customers, or none that the model can use. */
    NO_CUSTOMERS,
    /** Nobody bought again: the data say nothing about repeat purchasing. */
    NO_REPEAT_CUSTOMERS,
    /** The customers all have the same number of purchases or the same spend, so differences can't be estimated. */
    NO_VARIATION,
    /** Many parameter values explain the data equally well. */
    FLAT_RIDGE,
    /** The likelihood goes on rising as a parameter goes to zero or infinity: a simpler model describes the data. */
    BOUNDARY,
    /** The search ended without reaching a maximum. */
    NOT_CONVERGED
}
