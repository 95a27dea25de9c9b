package dev.clientele.core.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Text handed on line by line, with those lines kept that may have to be read again, since no parser goes on after a row that it
 * can't read. Not thread-safe.
 */
final class CsvLines extends Reader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader text;
    private final char[] buffer = new char[8192];
    private int place;
    private int filled;
    private final List<String> kept = new ArrayList<>();
    private long firstKept = 1;
    private int next;
    private int offset;
    private boolean ended;

    CsvLines(Reader text) {
        this.text = text;
    }

    /** Reads the rest of one line at most, with its line break. */
    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (next == kept.size() && !fetch()) {
            ended = true;
            return -1;
        }
        String line = kept.get(next);
        int count = Math.min(length, line.length() - offset);
        line.getChars(offset, offset + count, into, from);
        offset += count;
        if (offset == line.length()) {
            next++;
            offset = 0;
        }
        return count;
    }

    private boolean fetch() throws IOException {
        StringBuilder line = new StringBuilder();
        boolean broken = false;
        while (!broken && fill()) {
            int from = place;
            while (place < filled && buffer[place] != '\n' && buffer[place] != '\r') {
                place++;
            }
            broken = place < filled;
            place += broken ? 1 : 0;
            line.append(buffer, from, place - from);
        }
        if (broken && line.charAt(line.length() - 1) == '\r' && fill() && buffer[place] == '\n') {
            line.append(buffer[place++]);
        }
        if (firstKept + kept.size() == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK) {
            line.deleteCharAt(0);
        }
        return !line.isEmpty() && kept.add(line.toString());
    }

    /** Fills the buffer if all of it has been taken; false at the end of the text. */
    private boolean fill() throws IOException {
        if (place == filled) {
            place = 0;
            filled = Math.max(0, text.read(buffer, 0, buffer.length));
        }
        return place < filled;
    }

    /** Returns lines from the next one on without handing them on: at most so many, as far as there are. */
    List<String> peek(int count) throws IOException {
        while (kept.size() - next < count && fetch()) {
            // the line is kept
        }
        return List.copyOf(kept.subList(next, Math.min(kept.size(), next + count)));
    }

    /** Leaves out the next line. */
    void skipLine() {
        next++;
    }

    /** Allows the lines before one to be forgotten; they are when they are half of those kept, as each time moves the rest. */
    void forgetBefore(long line) {
        int lines = (int) Math.min(line - firstKept, kept.size());
        if (lines * 2 >= kept.size()) {
            kept.subList(0, lines).clear();
            firstKept += lines;
            next -= lines;
        }
    }

    /** Hands on a line that is kept, or the one after them, next. */
    void goBackTo(long line) {
        next = (int) (line - firstKept);
        offset = 0;
        ended = false;
    }

    /** Returns whether the end of the text has been handed on. */
    boolean ended() {
        return ended;
    }

    /** Returns how many characters have been handed on from the beginning of a line. */
    long handedOn(long line) {
        return kept.subList((int) (line - firstKept), next).stream()
                        .mapToLong(String::length)
                        .sum()
                + offset;
    }

    /** Leaves the text for the caller to close. */
    @Override
    public void close() {}
}
