package dev.clientele.examples.quickstart.source.foodmart;

import java.util.Objects;

/**
 * How a consumer lives, in the source's own words.
 *
 * @param gender {@code F} or {@code M}
 * @param maritalStatus {@code M}, married, or {@code S}, single
 * @param yearlyIncome one of eight bands, such as {@code $30K - $50K}
 * @param education one of five levels, such as {@code Bachelors Degree}
 * @param occupation one of five, such as {@code Skilled Manual}
 * @param children 0 to 5
 * @param childrenAtHome 0 to {@code children}
 */
public record Demographics(
        String gender,
        String maritalStatus,
        String yearlyIncome,
        String education,
        String occupation,
        int children,
        int childrenAtHome,
        int cars,
        boolean homeOwner) {

    public Demographics {
        Objects.requireNonNull(gender, "gender");
        Objects.requireNonNull(maritalStatus, "maritalStatus");
        Objects.requireNonNull(yearlyIncome, "yearlyIncome");
        Objects.requireNonNull(education, "education");
        Objects.requireNonNull(occupation, "occupation");
        if (childrenAtHome < 0 || childrenAtHome > children) {
            throw new IllegalArgumentException(
                    "childrenAtHome must be from 0 to " + children + ", was " + childrenAtHome);
        }
    }
}
