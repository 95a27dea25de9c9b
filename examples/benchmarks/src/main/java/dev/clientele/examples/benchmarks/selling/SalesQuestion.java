package dev.clientele.examples.benchmarks.selling;

/** What is asked. */
public enum SalesQuestion {
    /** Won deals and their value per account, of its own and with all that belong to it. */
    ACCOUNTS("roll-up of won value by account"),
    /** Won deals and their value per sales representative, with everybody below. */
    MANAGERS("roll-up of won value by manager"),
    /** What closes in a quarter by owner and category, in euros at rates that change every month. */
    QUARTER("forecast of a quarter by owner and category"),
    /** The same at rates that change every day. */
    QUARTER_DAILY("the same at daily rates"),
    /** What closes in a year by month and category, in euros at rates that change every month. */
    YEAR("forecast of a year by month"),
    /** How far the deals of a pipeline have come. */
    FUNNEL("funnel of a pipeline"),
    /** What was won and lost by month, in euros, and how long it took. */
    MONTHS("won and lost by month"),
    /** Win rates of owners. */
    OWNERS("win rate by owner");

    private final String task;

    SalesQuestion(String task) {
        this.task = task;
    }

    /** In words. */
    public String task() {
        return task;
    }
}
