package dev.clientele.b2c.scoring.model;

/** An expectation was asked for that the fitted distribution does not have: its tail is too heavy. */
public final class NoMeanException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    NoMeanException(String message) {
        super(message);
    }
}
