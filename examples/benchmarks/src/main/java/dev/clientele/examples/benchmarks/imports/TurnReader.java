package dev.clientele.examples.benchmarks.imports;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A text whose reader gives the turn to others after so many lines. */
final class TurnReader extends FilterReader {

    private final Turns.Turn turn;
    private final int piece;
    private int lines;

    TurnReader(Reader in, Turns.Turn turn, int piece) {
        super(in);
        this.turn = turn;
        this.piece = piece;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        if (lines >= piece) {
            lines -= piece;
            turn.pass();
        }
        int count = super.read(buffer, from, length);
        for (int i = from; i < from + count; i++) {
            lines += buffer[i] == '\n' ? 1 : 0;
        }
        return count;
    }
}
