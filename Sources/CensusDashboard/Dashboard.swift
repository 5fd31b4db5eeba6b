/// The interface as three pure functions: state, update, view.
///
/// It knows no file and no curses.
package enum Dashboard {}
