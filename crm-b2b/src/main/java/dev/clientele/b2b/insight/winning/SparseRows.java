package dev.clientele.b2b.insight.winning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The rows of a regression with their outcomes, of which only what isn't zero is kept: the columns that are 1, ascending, and after
 * these the values of the last columns, of which each row has one. Not thread-safe while it is filled.
 */
final class SparseRows {

    private static final int BLOCK_ROWS = 4096;

    private final int columns;
    private final int valued;
    private final IntSequence ones = new IntSequence();
    private final IntSequence ends = new IntSequence();
    private final List<double[]> values = new ArrayList<>();
    private final BitSet won = new BitSet();

    /**
     * Creates rows without any yet.
     *
     * @param columns the number of columns
     * @param valued how many of them, the last ones, have other values than 0 and 1
     */
    SparseRows(int columns, int valued) {
        this.columns = columns;
        this.valued = valued;
    }

    /** Appends a row, given all its columns. */
    void append(double[] row, boolean wasWon) {
        for (int i = 0; i < columns - valued; i++) {
            if (row[i] != 0) {
                ones.add(i);
            }
        }
        int number = ends.size();
        if (valued > 0) {
            if (number % BLOCK_ROWS == 0) {
                values.add(new double[BLOCK_ROWS * valued]);
            }
            System.arraycopy(
                    row, columns - valued, values.get(number / BLOCK_ROWS), number % BLOCK_ROWS * valued, valued);
        }
        won.set(number, wasWon);
        ends.add(ones.size());
    }

    int columns() {
        return columns;
    }

    int size() {
        return ends.size();
    }

    boolean isWon(int row) {
        return won.get(row);
    }

    /** Puts the columns of a row that aren't zero, ascending, and their values; returns how many there are. */
    int read(int row, int[] places, double[] found) {
        int count = 0;
        for (int i = row == 0 ? 0 : ends.get(row - 1); i < ends.get(row); i++) {
            places[count] = ones.get(i);
            found[count++] = 1;
        }
        for (int i = 0; i < valued; i++) {
            double value = values.get(row / BLOCK_ROWS)[row % BLOCK_ROWS * valued + i];
            if (value != 0) {
                places[count] = columns - valued + i;
                found[count++] = value;
            }
        }
        return count;
    }
}
