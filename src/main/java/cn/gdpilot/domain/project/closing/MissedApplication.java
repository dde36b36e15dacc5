package cn.gdpilot.domain.project.closing;

import cn.gdpilot.domain.project.ApplicationState;

/**
 * An application that a deadline has closed.
 *
 * @param id     its number
 * @param unitId its unit
 * @param was    its state before
 */
public record MissedApplication(String id, String unitId, ApplicationState was) {}
