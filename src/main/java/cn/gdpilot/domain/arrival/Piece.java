package cn.gdpilot.domain.arrival;

import java.time.Instant;

/**
 * A piece that has come.
 *
 * @param kind       what it is
 * @param setNo      number of the copy, from 1
 * @param project    application number; empty where it covers the whole list
 * @param scanned    true if its code was read, false if it was counted by hand
 * @param arrivedAt  when it came
 * @param receivedBy who took it
 */
public record Piece(
        PieceCode.Kind kind, int setNo, String project, boolean scanned, Instant arrivedAt, String receivedBy) {}
