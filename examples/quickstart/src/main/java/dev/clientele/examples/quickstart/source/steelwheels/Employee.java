package dev.clientele.examples.quickstart.source.steelwheels;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * Someone who works for SteelWheels; those whose {@link #jobTitle} is {@link #SALES_REP} look after customers.
 *
 * @param number unique, unlike the e-mail address: two employees share one, and some addresses are a predecessor's
 * @param office the {@link Office#code} of the place of work, whose territory is the employee's
 * @param reportsTo the superior's number; only the president has none
 */
public record Employee(
        int number,
        String firstName,
        String lastName,
        String extension,
        String email,
        String office,
        OptionalInt reportsTo,
        String jobTitle) {

    /** The job of those who look after customers. */
    public static final String SALES_REP = "Sales Rep";

    public Employee {
        Objects.requireNonNull(firstName, "firstName");
        Objects.requireNonNull(lastName, "lastName");
        Objects.requireNonNull(extension, "extension");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(office, "office");
        Objects.requireNonNull(reportsTo, "reportsTo");
        Objects.requireNonNull(jobTitle, "jobTitle");
    }

    /** Whether selling to customers is this employee's job. */
    public boolean isSalesRep() {
        return jobTitle.equals(SALES_REP);
    }
}
