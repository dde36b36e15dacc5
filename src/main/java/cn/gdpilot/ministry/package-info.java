/** The ministry's review, selection and announcement (R3.8), and what goes into the pilot register. */
package cn.gdpilot.ministry;
