package dev.clientele.examples.quickstart.source.steelwheels;

import dev.clientele.examples.quickstart.source.SourceDataException;

/** How an order stands at the end of the data. */
public enum OrderStatus {
    /** Sent, and nothing to be said about it. */
    SHIPPED("Shipped"),
    /** Sent; a dispute about it was settled. */
    RESOLVED("Resolved"),
    /** Sent; the customer disputes it. */
    DISPUTED("Disputed"),
    /** Called off, in two of six cases after it had been sent. */
    CANCELLED("Cancelled"),
    /** Waits, mostly for a payment. */
    ON_HOLD("On Hold"),
    /** Being worked on. */
    IN_PROCESS("In Process");

    private final String text;

    OrderStatus(String text) {
        this.text = text;
    }

    /** The source's word for it. */
    public String text() {
        return text;
    }

    static OrderStatus parse(String text) {
        for (OrderStatus status : values()) {
            if (status.text.equals(text)) {
                return status;
            }
        }
        throw new SourceDataException("unknown order status " + text);
    }
}
