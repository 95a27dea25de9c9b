package dev.clientele.examples.benchmarks.storage;

import dev.clientele.examples.benchmarks.account.AccountRow;
import java.util.List;

/**
 * A way to keep accounts with a history of all changes. Each way has a database of its own, and numbers the accounts in the
 * order in which it was given them, from 0. What is read comes down to a figure, by which the ways are checked against each
 * other: the sum of {@link #figure} over all accounts read.
 */
public interface AccountStore extends AutoCloseable {

    /** Begins anew with an empty database. */
    void empty();

    /** Stores new accounts, each with an entry in the history, in one transaction. */
    void load(List<AccountRow> rows);

    /** Lets the database do what it does in the background. */
    void settle();

    /** Reads an account by its id. */
    long find(int account);

    /** Reads the first two pages of 50 accounts of an owner, in the order of their ids. */
    long twoPages(String owner);

    /**
     * Reads an account, changes owner, employees and latest contact, and stores it if nobody else changed it meanwhile, with
     * an entry in the history, in one transaction.
     */
    void change(int account, String owner);

    /** Employees and number of accounts by industry. */
    long sums();

    /** Reads all accounts one by one. */
    long scan();

    /** Releases everything. */
    @Override
    void close();

    /** An account's figure. */
    static long figure(String name, String owner, long employees, String description) {
        return name.hashCode() + 31L * owner.hashCode() + 31L * 31 * employees + description.length();
    }

    /** A group's figure. */
    static long figure(String industry, long employees, long accounts) {
        return industry.hashCode() + 31 * employees + 31L * 31 * accounts;
    }
}
