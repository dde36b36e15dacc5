package cn.gdpilot.desk.application.portal;

import cn.gdpilot.domain.project.direction.Direction;

/**
 * A direction in the applicant's list.
 *
 * @param direction what could be chosen
 * @param rule      rule that forbids it; null where it may be chosen
 * @param reason    why it can not be chosen, in short words; null where it may be
 */
record DirectionChoice(Direction direction, String rule, String reason) {

    public boolean open() {
        return rule == null;
    }
}
