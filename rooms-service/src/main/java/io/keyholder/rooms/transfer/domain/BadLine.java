package io.keyholder.rooms.transfer.domain;

/**
 * What is wrong with a line of an import.
 *
 * @param line counted from 1
 * @param message begins with the cell's column
 */
public record BadLine(int line, String message) {}
