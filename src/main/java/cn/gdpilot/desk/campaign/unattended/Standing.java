package cn.gdpilot.desk.campaign.unattended;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far a round is by its tables.
 *
 * @param intakeOpen         whether the CA takes applications
 * @param citiesClosed       whether the province's reviews have begun or are due
 * @param departmentOver     whether the Department's list needs its branch no more: delivered, late, or on its way beside the branch
 * @param communicationsOver the same of the CA's list
 * @param directOver         whether no other list is under way to the ministry
 * @param ministryBegun      whether the ministry has reviewed anything, or all lists are over
 */
record Standing(
        boolean intakeOpen,
        boolean citiesClosed,
        boolean departmentOver,
        boolean communicationsOver,
        boolean directOver,
        boolean ministryBegun) {

    /** The branches that ought to stand somewhere in the round's instance and do not. */
    Set<Branch> lost(Tokens tokens) {
        Set<Branch> lost = EnumSet.noneOf(Branch.class);
        if (intakeOpen && !tokens.intake()) {
            lost.add(Branch.INTAKE);
        }
        if (tokens.ministry()) {
            return lost;
        }
        if (ministryBegun && !tokens.beforeMinistry()) {
            lost.add(Branch.MINISTRY);
            return lost;
        }
        if (!hasProvince(tokens)) {
            lost.addAll(province(tokens));
        }
        if (!hasDirect(tokens)) {
            lost.add(Branch.DIRECT);
        }
        return lost;
    }

    /** Both branches stand before the last join, or the token there is theirs. */
    private boolean hasProvince(Tokens tokens) {
        return switch (tokens.province()) {
            case 0 -> tokens.allDelivered() > 1 || tokens.allDelivered() == 1 && (tokens.direct() || !directOver);
            case 1 -> false;
            default -> true;
        };
    }

    private boolean hasDirect(Tokens tokens) {
        return tokens.direct()
                || tokens.allDelivered() > 0 && (tokens.province() > 0 || directOver || tokens.allDelivered() > 1);
    }

    private Set<Branch> province(Tokens tokens) {
        if (!citiesClosed && tokens.province() == 0) {
            return EnumSet.of(Branch.CITIES);
        }
        Set<Branch> lost = EnumSet.noneOf(Branch.class);
        // Of two branches whose lists are over, the one that stands at the join counts as the Department's.
        boolean department = tokens.department() || tokens.provinceJoin() > 0 && departmentOver;
        if (!department) {
            lost.add(Branch.DEPARTMENT);
        }
        boolean communications = tokens.communications()
                || tokens.provinceJoin() > 0 && communicationsOver && !(department && !tokens.department());
        if (!communications && (tokens.province() == 0 || department)) {
            lost.add(Branch.COMMUNICATIONS);
        }
        return lost;
    }
}
