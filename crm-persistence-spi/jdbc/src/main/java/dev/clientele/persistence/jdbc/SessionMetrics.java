package dev.clientele.persistence.jdbc;

import java.time.Duration;

/**
 * Figures about the sessions of a storage at one moment, to be read by whatever watches the application. Immutable.
 *
 * @param reading sessions open to read
 * @param writing sessions open to write
 * @param joined sessions open in transactions of the host
 * @param streams streams open in any of them
 * @param waiting callers that wait for a connection now
 * @param opened sessions opened so far, of all kinds
 * @param waits how many of them had to wait for a connection, those included that were given none
 * @param refusals how many callers were given none: time was up, the thread was interrupted, or waiting was in vain
 * @param totalWait time that all of these waited together
 * @param longestWait the longest time that one waited
 * @param retries attempts that were made again inside the adapter: to begin while another process wrote, or to connect
 * @param forgotten sessions that a warning named because they lay idle
 * @param revoked sessions that were given up because they kept the database from tidying up
 */
public record SessionMetrics(
        int reading,
        int writing,
        int joined,
        int streams,
        int waiting,
        long opened,
        long waits,
        long refusals,
        Duration totalWait,
        Duration longestWait,
        long retries,
        long forgotten,
        long revoked) {}
