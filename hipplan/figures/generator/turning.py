"""Rotations as 3 x 3 matrices whose columns are forward, left and up. Degrees in, metres everywhere."""

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
UP: Vector = np.array([0.0, 0.0, 1.0])
FORWARD: Vector = np.array([1.0, 0.0, 0.0])


def about_x(degrees: float) -> Matrix:
    """Left turns up."""
    s, c = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    return np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]])


def about_y(degrees: float) -> Matrix:
    """Up turns forward."""
    s, c = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])


def about_z(degrees: float) -> Matrix:
    """Forward turns left."""
    s, c = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])


def about(axis: Vector, degrees: float) -> Matrix:
    """Around any axis, by the right hand."""
    x, y, z = unit(axis)
    s, c = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    return np.asarray(np.eye(3) + s * cross + (1 - c) * cross @ cross)


def unit(vector: Vector) -> Vector:
    """The same direction, one metre long."""
    return np.asarray(vector / np.linalg.norm(vector))


def bone_frame(direction: Vector, front: Vector) -> Matrix:
    """Frame of a bone that runs along `direction`, with its forward side as near to `front` as it can be."""
    up = -unit(direction)
    forward = front - up * (front @ up)
    if np.linalg.norm(forward) < 1e-9:  # the front lies along the bone: any side will do
        forward = np.cross(up, UP) if abs(up[2]) < 0.9 else FORWARD - up * up[0]
    forward = unit(forward)
    return np.column_stack([forward, np.cross(up, forward), up])


def between(start: Vector, end: Vector) -> Matrix:
    """The shortest rotation that takes one direction to another."""
    a, b = unit(start), unit(end)
    axis = np.cross(a, b)
    length = np.linalg.norm(axis)
    if length < 1e-9:  # the same direction, or straight back: any axis across will do
        side = FORWARD if abs(a[0]) < 0.9 else UP
        return np.eye(3) if a @ b > 0 else about(side - a * (a @ side), 180.0)
    return about(axis, float(np.degrees(np.arctan2(length, a @ b))))
