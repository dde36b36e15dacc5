/** The wait for the CA's review, and the Department's way ahead without it: proposed by a handler, decided by the lead (R3.7). */
package cn.gdpilot.desk.goahead;
