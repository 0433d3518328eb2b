package io.keyholder.rooms.transfer.model;

import io.keyholder.problems.ViolationCode;

/**
 * What is wrong with a line of an import.
 *
 * @param line counted from 1
 * @param code of what is wrong first
 * @param message begins with the cell's column
 */
public record BadLine(int line, ViolationCode code, String message) {}
