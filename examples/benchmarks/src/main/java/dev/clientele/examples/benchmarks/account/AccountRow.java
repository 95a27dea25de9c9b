package dev.clientele.examples.benchmarks.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An account as plain values: what each contender is given to store, and what hand-written JDBC reads back.
 *
 * @param name the company's name
 * @param number the number in the seller's books, unique
 * @param industry what it does
 * @param country ISO code
 * @param city seat
 * @param status what it is to the seller
 * @param owner who looks after it
 * @param employees how many
 * @param revenue a year, in {@code currency}
 * @param currency ISO code
 * @param since first contact
 * @param lastContact latest contact, in whole microseconds
 * @param description some sentences
 */
public record AccountRow(
        String name,
        String number,
        String industry,
        String country,
        String city,
        AccountStatus status,
        String owner,
        long employees,
        BigDecimal revenue,
        String currency,
        LocalDate since,
        Instant lastContact,
        String description) {}
